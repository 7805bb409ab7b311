import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./processes.mjs";

/** Functions that give a translator for a namespace. */
const givers = new Set(["useTranslations", "getTranslations", "getWords", "createTranslator", "words"]);
const places = ["app", "components", "lib", "worker", "proxy.ts", "prisma/seed"];

function* sourceFiles(path) {
  if (/\.tsx?$/.test(path)) yield path;
  else {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (/^(generated|node_modules)$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
      if (entry.isDirectory() || /\.tsx?$/.test(entry.name)) yield* sourceFiles(`${path}/${entry.name}`);
    }
  }
}

function existing(path) {
  try {
    return [...sourceFiles(path)];
  } catch {
    return [];
  }
}

/** `a.${x}.b` as the pattern "a.*.b"; undefined when nothing of the text is known. */
function patternOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `*${span.literal.text}`).join("");
  }
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    return patternOf(node.expression);
  }
  return undefined;
}

/** Every text that an argument may be: both sides of a condition or of `??`. */
function patternsOf(node) {
  if (ts.isConditionalExpression(node)) return [...patternsOf(node.whenTrue), ...patternsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return [...patternsOf(node.left), ...patternsOf(node.right)];
  }
  return [patternOf(node) ?? "*"];
}

/** The namespace pattern when this expression makes a translator ("" without a namespace), else undefined. */
function namespaceOf(expression) {
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return undefined;
  if (!givers.has(call.expression.text)) return undefined;
  const last = call.arguments.at(-1);
  if (!last) return "";
  if (ts.isObjectLiteralExpression(last)) {
    const named = last.properties.find((property) => property.name?.getText() === "namespace");
    return named ? (patternOf(named.initializer) ?? "*") : "";
  }
  return patternOf(last) ?? "*";
}

function bind(names, declaration) {
  const { name, initializer } = declaration;
  if (!initializer) return;
  const add = (variable, namespace) => names.set(variable, (names.get(variable) ?? new Set()).add(namespace));
  if (ts.isIdentifier(name)) {
    const namespace = namespaceOf(initializer);
    if (namespace !== undefined) add(name.text, namespace);
    return;
  }
  // const [t, rows] = await Promise.all([getWords("requests"), listRequests(actor)])
  const call = ts.isAwaitExpression(initializer) ? initializer.expression : initializer;
  if (!ts.isArrayBindingPattern(name) || !ts.isCallExpression(call)) return;
  const [list] = call.arguments;
  if (!list || !ts.isArrayLiteralExpression(list)) return;
  name.elements.forEach((element, index) => {
    const value = list.elements[index];
    if (!value || !ts.isBindingElement(element) || !ts.isIdentifier(element.name)) return;
    const namespace = namespaceOf(value);
    if (namespace !== undefined) add(element.name.text, namespace);
  });
}

function translatorOf(call) {
  const { expression } = call;
  if (ts.isIdentifier(expression)) return expression.text;
  const isMethod = ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression);
  return isMethod && /^(rich|markup|raw|has)$/.test(expression.name.text)
    ? expression.expression.text
    : undefined;
}

/**
 * Reads what words the code asks for.
 * @returns {{ asked: { file: string, line: number, keys: string[] }[], loose: Set<string>, declared: string[] }}
 *   asked: keys or patterns of one call, any of them will do (a name may stand for several translators in one file);
 *   loose: every other text of the code, which may be a key handed on; declared: comments `// words: requests.status.*`
 */
export function wordsUsed() {
  const asked = [];
  const loose = new Set();
  const declared = [];
  for (const file of places.flatMap(existing)) {
    const text = readFileSync(join(root, file), "utf8");
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? 4 : 3);
    for (const [, list] of text.matchAll(/(?:\/\/|\*)\s*words:\s*([\w.*,\s-]+?)(?:\*\/|\n)/g)) {
      declared.push(...list.split(/[,\s]+/).filter(Boolean));
    }
    const names = new Map();
    const declarations = (node) => {
      if (ts.isVariableDeclaration(node)) bind(names, node);
      ts.forEachChild(node, declarations);
    };
    declarations(source);
    const walk = (node) => {
      if (ts.isStringLiteralLike(node) && /^[A-Za-z][\w.-]*$/.test(node.text)) loose.add(node.text);
      if (ts.isTemplateExpression(node)) loose.add(patternOf(node));
      const namespaces = ts.isCallExpression(node) ? names.get(translatorOf(node)) : undefined;
      if (namespaces && node.arguments.length > 0) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        for (const pattern of patternsOf(node.arguments[0])) {
          const keys = [...namespaces].map((namespace) => (namespace ? `${namespace}.${pattern}` : pattern));
          asked.push({ file, line: line + 1, keys });
        }
      }
      ts.forEachChild(node, walk);
    };
    walk(source);
  }
  return { asked, loose, declared };
}
