// Takes over what the server sent; what differs is told in the console.
import { hydrate } from 'svelte';
import Article from './Article.svelte';

hydrate(Article, { target: document.getElementById('root') });
