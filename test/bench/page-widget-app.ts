/**
 * What such a widget has in its iframe: an application with a framework (React in giscus, Preact in remark42, Svelte in
 * Cusdis; here Vue, as in Waline), which asks its server, draws what it gets, and tells the page how high it is.
 */
import { createApp, h, nextTick, onMounted, ref } from 'vue';

const options = new URLSearchParams(location.search);

createApp({
  setup() {
    const posts = ref([]) as { value: { url: string; title: string }[] };
    onMounted(async () => {
      const answer = await fetch(`/widget.json?term=${encodeURIComponent(options.get('term') ?? '')}`);
      posts.value = ((await answer.json()) as { posts: typeof posts.value }).posts;
      await nextTick();
      parent.postMessage({ height: document.documentElement.scrollHeight }, '*');
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => parent.postMessage({ painted: performance.timeOrigin + performance.now() }, '*');
        port2.postMessage(0);
      });
    });
    const item = ({ url, title }: { url: string; title: string }) =>
      h('li', h('a', { href: url, target: '_top' }, title));
    return () => h('ol', posts.value.map(item));
  },
}).mount('main');
