/** The page works by itself, with forms and links. This makes it quick: no reload, news as it comes, keys that type. */
const live = () => document.querySelectorAll('[data-live]');
const shown = new Map([...live()].map((part) => [part.dataset.live, part.innerHTML]));

/** Answers may overtake one another: only one that was asked for later than the last one shown is news. */
let asked = 0;
let newest = 0;
async function ask(url, options, { withProblem = false } = {}) {
  asked += 1;
  const mine = asked;
  const answer = await fetch(url, options).catch(() => undefined);
  const text = answer?.ok ? await answer.text() : undefined;
  if (text === undefined) return;
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  const problem = document.querySelector('[data-problem]');
  if (withProblem && problem) problem.innerHTML = fresh.querySelector('[data-problem]')?.innerHTML ?? '';
  if (mine < newest) return;
  newest = mine;
  swap(fresh);
}

let postponed = false;
document.addEventListener('toggle', ({ target }) => {
  if (target.open || !postponed) return;
  postponed = false;
  void refresh();
}, true);

/** Swaps what the server changed. What is being typed, and what did not change, stays untouched. */
function swap(fresh) {
  for (const part of live()) {
    const made = fresh.querySelector(`[data-live="${part.dataset.live}"]`)?.innerHTML;
    if (made === undefined || made === shown.get(part.dataset.live)) continue;
    if (part.querySelector('details[data-closes][open]')) {
      postponed = true; // a list somebody is choosing from must not close under the finger
      continue;
    }
    shown.set(part.dataset.live, made);
    const wasTyping = part.contains(document.activeElement);
    part.innerHTML = made;
    if (wasTyping) part.querySelector('[data-typed]')?.focus({ preventScroll: true });
  }
  for (const field of document.querySelectorAll('[data-live-value]')) {
    const made = fresh.querySelector(`[data-live-value="${field.dataset.liveValue}"]`)?.value;
    if (made === undefined || made === field.value) continue;
    field.value = made;
    field.scrollTop = field.scrollHeight;
  }
}

let asking = false;
let askAgain = false;
async function refresh() {
  if (asking) return void (askAgain = true);
  asking = true;
  await ask(location.href);
  asking = false;
  if (askAgain) {
    askAgain = false;
    await refresh();
  }
}

async function post(form, button) {
  const data = new FormData(form, button);
  const multipart = form.enctype === 'multipart/form-data';
  form.classList.add('busy');
  for (const field of form.querySelectorAll('[data-clears]')) field.value = '';
  resize(form);
  closeSheets();
  await ask(form.getAttribute('action'), { method: 'POST', body: multipart ? data : new URLSearchParams(data) }, { withProblem: true });
  if (multipart) form.reset();
  form.classList.remove('busy');
}

const closeSheets = () => document.querySelectorAll('details[data-closes][open]').forEach((sheet) => { sheet.open = false; });
const typedField = () => document.querySelector('[data-typed]');
function resize(root) {
  for (const area of root.querySelectorAll('textarea[rows="1"]')) {
    area.style.height = 'auto';
    if (area.value !== '') area.style.height = `${Math.min(area.scrollHeight, 120)}px`;
  }
}

/** A key of the phone types into its screen; with no place to type it does nothing, as on a phone. */
function press(button) {
  const field = typedField();
  if (!field) return;
  field.value = 'erase' in button.dataset ? field.value.slice(0, -1) : `${field.value}${button.dataset.key}`;
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!('quiet' in form.dataset)) return;
  event.preventDefault();
  const button = event.submitter ?? undefined;
  if (button?.dataset.key !== undefined || (button && 'erase' in button.dataset)) return press(button);
  if ('phone' in form.dataset && button?.name === 'hangup' && typedField()) typedField().value = '';
  void post(form, button);
});

document.addEventListener('click', (event) => {
  const tab = event.target.closest('[data-tab]');
  if (tab) {
    event.preventDefault();
    document.querySelector('main').dataset.view = tab.dataset.tab;
    for (const one of document.querySelectorAll('[data-tab]')) one.removeAttribute('aria-current');
    tab.setAttribute('aria-current', 'page');
    history.replaceState(undefined, '', tab.href);
  }
  const copies = event.target.closest('[data-copies]');
  if (copies) void copy(copies);
  if (!event.target.closest('details[data-closes]')) closeSheets();
});

async function copy(button) {
  const field = document.querySelector(`[data-live-value="${button.dataset.copies}"]`);
  field.select();
  await navigator.clipboard?.writeText(field.value).catch(() => document.execCommand('copy'));
  const label = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = label; }, 1500);
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeSheets();
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !('enterSends' in event.target.dataset)) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
document.addEventListener('input', (event) => {
  if (event.target.matches('textarea[rows="1"]')) resize(event.target.form);
});
document.addEventListener('change', (event) => {
  if ('submits' in event.target.dataset && event.target.files?.length) event.target.form.requestSubmit();
});

document.documentElement.classList.add('scripted');
for (const hidden of document.querySelectorAll('[data-copies][hidden]')) hidden.hidden = false;
const events = new EventSource(document.body.dataset.events);
events.addEventListener('open', () => void refresh()); // what happened while nobody listened
events.addEventListener('message', () => void refresh());
