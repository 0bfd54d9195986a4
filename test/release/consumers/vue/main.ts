import { createApp } from 'vue';
import 'dogeared/elements/recent';
import App from './App.vue';

createApp(App).mount('#root');
