// `npm run digest -- --preview`: the digest due for a local subscriber, as HTML and text files to look at.
import { mkdir, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { loadData } from './load.ts';
import { startWorker } from './local-worker.ts';
import { CommandRefusal, inProject, runCommand } from './project.ts';
import { ensureSecrets } from './secrets.ts';

type Preview = { subject: string; html: string; text: string; reader: string } | { skip: string };

const FOLDER = 'dist/digest';

/** Asks the Worker that answers on `PORT`, or starts one for as long as it takes. */
async function preview(): Promise<void> {
  const port = Number(process.env.PORT || 8787);
  const base = `http://localhost:${port}`;
  const { token } = await ensureSecrets();
  const running = await fetch(`${base}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (running) return write(await ask(base, token));
  const say = (line: string): void => console.log(line);
  const worker = await startWorker(port, resolve(process.env.STATE || inProject('.wrangler/state')), say);
  try {
    await loadData(worker.base, token, say);
    await write(await ask(worker.base, token));
  } finally {
    await worker.stop();
  }
}

async function ask(base: string, token: string): Promise<Preview> {
  const answer = await fetch(`${base}/v1/digest-preview`, { headers: { Authorization: `Bearer ${token}` } });
  const text = await answer.text();
  if (!answer.ok)
    throw new CommandRefusal(`/v1/digest-preview answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Preview;
}

async function write(made: Preview): Promise<void> {
  if ('skip' in made) {
    console.log(`No digest is due: ${made.skip}.`);
    return;
  }
  await mkdir(inProject(FOLDER), { recursive: true });
  const files = { html: inProject(`${FOLDER}/digest.html`), text: inProject(`${FOLDER}/digest.txt`) };
  await writeFile(files.html, made.html);
  await writeFile(files.text, made.text);
  console.log(`The digest for ${made.reader}: ${made.subject}`);
  for (const file of Object.values(files)) console.log(`  ${relative(process.cwd(), file)}`);
}

await runCommand(async () => {
  if (!process.argv.includes('--preview'))
    throw new CommandRefusal('Say what to do: npm run digest -- --preview');
  await preview();
});
