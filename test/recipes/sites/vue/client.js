// Takes over what the server sent; what differs is told in the console.
import { createSSRApp } from 'vue';
import Article from './NewsArticle.vue';

createSSRApp(Article).mount('#root');
