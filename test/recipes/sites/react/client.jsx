// Takes over what the server sent; what differs is an error.
import { hydrateRoot } from 'react-dom/client';
import { Article } from './article.jsx';

hydrateRoot(document.getElementById('root'), <Article />, {
  onRecoverableError: (error) => console.error(`differs: ${error}`),
});
