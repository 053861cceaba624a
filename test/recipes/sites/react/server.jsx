// The article as a server sends it.
import { renderToString } from 'react-dom/server';
import { Article } from './article.jsx';

export const render = () => ({ head: '', body: renderToString(<Article />) });
