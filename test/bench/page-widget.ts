/**
 * What an iframe widget such as giscus has in the page: reads its options from its own script tag, puts an iframe there
 * and makes it as high as the application in it says. That is all that giscus' `client.js` does, beside signing in.
 */
const script = document.currentScript as HTMLScriptElement;
const frame = document.createElement('iframe');
const query = new URLSearchParams({ ...script.dataset, origin: location.href });

frame.title = 'Posts';
frame.className = 'widget-frame';
frame.style.cssText = 'border:0;width:100%;min-height:150px;color-scheme:light dark';
frame.src = `${new URL(script.src).origin}/widget?${query.toString()}`;

window.addEventListener('message', ({ data, source }: MessageEvent<{ height?: number; painted?: number }>) => {
  if (source !== frame.contentWindow) return;
  if (data.height) frame.style.height = `${data.height}px`;
  // Only the bench asks for this.
  if (data.painted) Object.assign(window, { painted: data.painted - performance.timeOrigin });
});
const place = document.createElement('div');
place.className = 'widget';
place.append(frame);
script.insertAdjacentElement('afterend', place);
