/** On our own pages of snippets: buttons that copy, and a form that shows its answer at every choice; all works without. */

const said = document.querySelector<HTMLElement>('[data-said]');

/** Said to whoever listens, and shown; the same words twice are said twice. */
function say(what: 'copied' | 'selected' | 'remade'): void {
  if (!said) return;
  said.textContent = '';
  requestAnimationFrame(() => {
    said.textContent = said.dataset[what] ?? '';
  });
}

function showButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
}

/** The newer way needs a permission that a frame or a policy may refuse; the older asks for none, and may be gone. */
async function copy(code: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    say('copied');
  } catch {
    getSelection()?.selectAllChildren(code);
    let taken = false;
    try {
      taken = document.execCommand('copy');
    } catch {
      taken = false;
    }
    say(taken ? 'copied' : 'selected');
  }
}

addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-copy]') : null;
  const code = button?.parentElement?.querySelector('code');
  if (code) void copy(code);
});

/** The request under way; a newer choice ends it. */
let asking: AbortController | undefined;

/** Puts what the server answers to these choices in the place of what it answered before; the form itself stays. */
async function remake(form: HTMLFormElement): Promise<void> {
  if (!form.checkValidity()) return;
  asking?.abort();
  asking = new AbortController();
  const chosen = new URLSearchParams(new FormData(form) as never);
  const lang = new URLSearchParams(location.search).get('lang');
  if (lang) chosen.set('lang', lang);
  const address = `${location.pathname}?${chosen}`;
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
      const name = part.dataset.part ?? '';
      const next = name && page.querySelector(`[data-part="${CSS.escape(name)}"]`);
      if (next) part.replaceChildren(...next.childNodes);
    }
    history.replaceState(null, '', address);
    showButtons();
    say('remade');
  } catch {
    // As without a script, unless a newer choice is being answered.
    if (!asking.signal.aborted) form.submit();
  }
}

addEventListener('change', ({ target }) => {
  const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-live]') : null;
  if (form) void remake(form);
});
addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-live]')) return;
  event.preventDefault();
  void remake(form);
});

showButtons();
