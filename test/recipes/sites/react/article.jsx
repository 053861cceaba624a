// An article with the snippet in it, and something of its own that is drawn anew.
import { useState } from 'react';
import { BySource } from './by-source.jsx';

export function Article() {
  const [count, setCount] = useState(0);
  return (
    <main>
      <h1>Article {count}</h1>
      <button type="button" onClick={() => setCount(count + 1)}>
        More
      </button>
      <BySource />
      <p id="after">What follows.</p>
    </main>
  );
}
