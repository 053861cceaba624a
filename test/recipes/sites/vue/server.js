// The article as a server sends it.
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import Article from './NewsArticle.vue';

export const render = async () => ({ head: '', body: await renderToString(createSSRApp(Article)) });
