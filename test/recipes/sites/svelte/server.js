// The article as a server sends it.
import { render as draw } from 'svelte/server';
import Article from './Article.svelte';

export const render = () => draw(Article);
