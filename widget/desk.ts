/** At the desk: one key a decision. Every key presses a button that stands in the page, which works without this. */

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];
const current = (): number => rows().findIndex((row) => row.contains(document.activeElement));

/** One request at a time: a key pressed meanwhile would decide on a comment that nobody has seen. */
let busy = false;

function goTo(at: number): void {
  const all = rows();
  const row = all[Math.max(0, Math.min(at, all.length - 1))];
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

const say = (sentence: string): void => {
  const said = document.getElementById('said');
  if (said) said.textContent = sentence;
};

/** Sends a form as the browser would, and puts the page that answers in the place of this one, at the same row. */
async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  if (busy) return;
  busy = true;
  const at = Math.max(0, current());
  const { pathname, search } = location;
  try {
    const body = new URLSearchParams(new FormData(form, button) as never);
    const answer = await fetch(form.getAttribute('action') ?? pathname + search, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const main = page.querySelector('main');
    if (!main) throw new Error('no page');
    document.querySelector('main')?.replaceWith(main);
    document.title = page.title;
    goTo(at);
    say(document.getElementById('last')?.textContent ?? main.querySelector('.notice')?.textContent ?? '');
  } catch {
    say('That did not reach the desk. Nothing was changed; try again.');
    alert('That did not reach the desk. Nothing was changed; try again.');
  }
  busy = false;
}

addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-swap]')) return;
  event.preventDefault();
  void send(form, event.submitter);
});

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select');

addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isTyping(event.target)) return goTo(0);
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
  const here = current();
  const row = rows()[here];
  const button = (row ?? document).querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  const step = { j: 1, k: -1 }[event.key];
  if (step !== undefined) goTo(here < 0 ? 0 : here + step);
  else if (event.key === 'w') document.querySelector<HTMLElement>('[name=reason]')?.focus();
  else if (event.key === 'u') document.querySelector<HTMLElement>('[data-key=u]')?.click();
  else if (row && button) button.click();
  else return;
  event.preventDefault();
});
