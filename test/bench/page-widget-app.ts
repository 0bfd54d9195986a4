/**
 * What such a widget has in its iframe: an application which asks its server, draws what it gets, and tells the page how
 * high it is. Real ones come with a framework; this one has none, which is as fast as it gets.
 */
const options = new URLSearchParams(location.search);

const answer = await fetch(`/widget.json?term=${encodeURIComponent(options.get('term') ?? '')}`);
const { posts } = (await answer.json()) as { posts: { url: string; title: string }[] };
const list = document.createElement('ol');
for (const { url, title } of posts) {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: title, target: '_top' });
  const item = document.createElement('li');
  item.append(link);
  list.append(item);
}
document.querySelector('main')!.append(list);
parent.postMessage({ height: document.documentElement.scrollHeight }, '*');
requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => parent.postMessage({ painted: performance.timeOrigin + performance.now() }, '*');
  port2.postMessage(0);
});
