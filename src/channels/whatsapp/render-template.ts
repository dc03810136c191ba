import type { TemplateComponent, WhatsAppMessage } from './message.ts';

/** A button of a template that takes a value: the variable end of its url, or what a tap on it will say. */
type TemplateButton = { index: number; url: string } | { index: number; payload: string };
type Template = { name: string; language: string; parameters: string[]; buttons?: TemplateButton[] };

const NAME = /^[a-z0-9_]{1,512}$/;

/** An approved template with its blanks filled in, in their order. */
export function renderTemplate({ name, language, parameters, buttons = [] }: Template): WhatsAppMessage {
  if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is not the name of a template`);
  const components = [...bodyOf(name, parameters), ...buttons.map(buttonOf)];
  const template = { name, language: { code: language, policy: 'deterministic' as const } };
  return { type: 'template', template: components.length === 0 ? template : { ...template, components } };
}

function bodyOf(name: string, parameters: string[]): TemplateComponent[] {
  if (parameters.length === 0) return [];
  const texts = parameters.map(oneLine);
  const empty = texts.indexOf('');
  if (empty >= 0) throw new Error(`blank ${empty + 1} of template ${name} is empty`);
  return [{ type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) }];
}

function buttonOf(button: TemplateButton): TemplateComponent {
  const { index } = button;
  if ('url' in button) return { type: 'button', sub_type: 'url', index, parameters: [{ type: 'text', text: button.url }] };
  return { type: 'button', sub_type: 'quick_reply', index, parameters: [{ type: 'payload', payload: button.payload }] };
}

/** Meta refuses line breaks, tabs and runs of spaces inside a blank. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
