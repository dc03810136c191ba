import ts from 'typescript';

/** Names, the same in every language. */
const NAMES = new Set(['Griot', 'Bearer', 'WhatsApp', 'SMS', 'USSD', 'GSM', 'Africa', 'Porto', 'Novo']);
/** What a person reads when it stands under one of these names, one word included. */
const SHOWN = /^(label|title|say|text|caption|placeholder|heading)$/;
const SHOWN_ATTRIBUTE = /\b(aria-label|alt|title|placeholder)="([^"◊]*)/g;
const VALUE = '◊';

/**
 * Sentences for people that stand in code: words in a page, words under a name that is shown, and anywhere else two words
 * that begin as a sentence or end as one, or an accent. Errors, logs and SQL are for those who run Griot, in English,
 * and are passed over; so is a fragment in small letters: that is how a reason is written in a row or a log.
 */
export function sentencesIn(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  visit(tree);
  return found;

  function visit(node: ts.Node): void {
    if (isForOperators(node)) return;
    const text = textOf(node);
    if (text !== undefined && isSentence(node, text)) found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim().slice(0, 80)}`);
    ts.forEachChild(node, visit);
  }
}

function isForOperators(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return /(Error|Overrun)$/.test(node.expression.getText());
  if (ts.isCallExpression(node)) return /(^|\.)(logger|console)\.\w+$/.test(node.expression.getText());
  return ts.isTaggedTemplateExpression(node) && /(sql|Raw)$/i.test(node.tag.getText());
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => VALUE + literal.text).join('');
  return undefined;
}

function isSentence(node: ts.Node, text: string): boolean {
  if (ts.isTaggedTemplateExpression(node.parent)) return words(shownBy(text)).length > 0;
  if (ts.isPropertyAssignment(node.parent) && SHOWN.test(node.parent.name.getText()) && /^\p{Lu}\p{Ll}/u.test(text)) return words(text).length > 0;
  if (/[À-ÖØ-öø-ÿœŒ]/.test(text)) return true;
  const said = /^\W*\p{Lu}\p{Ll}*[ ’']+[\p{L}◊]/u.test(text) || /[\p{L}◊][ ’']+[\p{L}◊]+ ?[.?!…:]$/u.test(text);
  return said && words(text).length > 0 && !/[<>=;{}]/.test(text);
}

/** What is read of a piece of a page: without its marks, with the attributes that are spoken or shown. */
function shownBy(markup: string): string {
  const attributes = [...markup.matchAll(SHOWN_ATTRIBUTE)].map(([, , value]) => value);
  return [markup.replace(/<style>[^]*?<\/style>/g, ' ').replace(/<[^>]*>?|[\w-]+="[^"]*"/g, ' '), ...attributes].join(' ');
}

const words = (text: string): string[] => (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => !NAMES.has(word));
