// An article with the snippet in it.
import { BySource } from './by-source.jsx';

export default function Page() {
  return (
    <main>
      <h1>Article 0</h1>
      <BySource />
      <p id="after">What follows.</p>
    </main>
  );
}
