// Lets an engine made for browsers obey orders, one a line: in Node with jsdom, or in a browser.
// node --expose-gc serve.mjs web_forms|enketo FOLDER_OF_NODE_MODULES [BROWSER]
import { createRequire } from 'node:module';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [engine, folder, browser] = process.argv.slice(2);
const modules = path.join(folder, 'node_modules');
const require = createRequire(path.join(modules, 'x.js'));
const here = path.dirname(fileURLToPath(import.meta.url));
const room = fs.mkdtempSync(path.join(os.tmpdir(), 'fieldapp-peer-'));
process.on('exit', () => fs.rmSync(room, { recursive: true, force: true }));

const empty = path.join(room, 'empty.cjs');
fs.writeFileSync(empty, 'module.exports = {};');
const noWidgets = path.join(room, 'no_widgets.js');
fs.writeFileSync(noWidgets, 'export default [];');

const bundled = async (settings, contents) => {
  const made = await require('esbuild').build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'esnext',
    nodePaths: [modules],
    logLevel: 'error',
    ...settings,
  });
  return made.outputFiles[0].text;
};

const inNode = async () => {
  const { window } = new (require('jsdom').JSDOM)('<!doctype html><html><body></body></html>', {
    url: 'http://localhost/',
    pretendToBeVisual: true,
  });
  const names = Object.getOwnPropertyNames(window).filter((name) => /^[A-Z]/.test(name) && !(name in globalThis));
  for (const name of names) globalThis[name] = window[name];
  Object.assign(globalThis, { window, document: window.document, self: window });
  const banner =
    "import { createRequire as __require } from 'node:module'; const require = __require(import.meta.url);" +
    ` const __dirname = ${JSON.stringify(room)}; const __filename = __dirname + '/x.js';`;
  const text = await bundled(
    { platform: 'node', conditions: ['browser', 'import'], banner: { js: banner } },
    `export { orders } from './${engine}.js';`,
  );
  const file = path.join(room, 'engine.mjs');
  fs.writeFileSync(file, text);
  const { orders } = await import(pathToFileURL(file));
  const memory = () => {
    globalThis.gc();
    globalThis.gc();
    return String(process.memoryUsage().heapUsed / 1e6);
  };
  return async (name, fields) => (name === 'memory' ? memory() : orders[name](fields));
};

const inBrowser = async () => {
  const text = await bundled(
    {
      platform: 'browser',
      mainFields: ['browser', 'module', 'main'],
      alias: { fs: empty, path: empty, libxslt: empty, 'enketo/widgets': noWidgets },
      define: { global: 'globalThis' },
      loader: { '.json': 'json' },
    },
    `import { orders } from './${engine}.js'; globalThis.__orders = orders;`,
  );
  const site = http.createServer((_, answer) => {
    // Without these two a browser rounds its clock to a tenth of a millisecond.
    answer.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    answer.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    answer.setHeader('content-type', 'text/html');
    answer.end('<!doctype html><html><body></body></html>');
  });
  await new Promise((done) => site.listen(0, '127.0.0.1', done));
  const window = await require('puppeteer-core').launch({
    executablePath: browser,
    headless: 'new',
    protocolTimeout: 900_000,
    args: ['--no-sandbox'],
  });
  process.on('exit', () => window.process()?.kill('SIGKILL'));
  const page = await window.newPage();
  await page.goto(`http://127.0.0.1:${site.address().port}/`);
  const inspector = await page.createCDPSession();
  await inspector.send('Performance.enable');
  await inspector.send('HeapProfiler.enable');
  await page.addScriptTag({ content: text, type: 'module' });
  await page.waitForFunction('globalThis.__orders', { timeout: 60_000 });
  const memory = async () => {
    await inspector.send('HeapProfiler.collectGarbage');
    const { metrics } = await inspector.send('Performance.getMetrics');
    return String(metrics.find((each) => each.name === 'JSHeapUsedSize').value / 1e6);
  };
  const run = (name, fields) => page.evaluate((order, rest) => globalThis.__orders[order](rest), name, fields);
  return (name, fields) => (name === 'memory' ? memory() : run(name, fields));
};

const obey = await (browser ? inBrowser() : inNode());
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [name, ...fields] = line.split('\t');
  const given = name === 'load' ? [fs.readFileSync(fields[0], 'utf8')] : fields;
  let answer;
  try {
    answer = await obey(name, given);
  } catch (error) {
    answer = `error\t${String(error.message ?? error).replace(/\s+/g, ' ').slice(0, 300)}`;
  }
  process.stdout.write(`${answer}\n`);
}
process.exit(0);
