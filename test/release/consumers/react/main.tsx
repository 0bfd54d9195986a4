import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'dogeared/elements/recent';

function App() {
  const [loaded, setLoaded] = useState(0);
  return (
    <main>
      <dogeared-recent
        src="/feed.json"
        limit={2}
        ondogeared-load={(event: CustomEvent<{ posts: readonly unknown[] }>) => setLoaded(event.detail.posts.length)}
      >
        <p>Our posts</p>
      </dogeared-recent>
      <output>{loaded}</output>
    </main>
  );
}

// @ts-expect-error: an address is text
export const wrong = <dogeared-recent src={5} />;

createRoot(document.querySelector('#root')!).render(<App />);
