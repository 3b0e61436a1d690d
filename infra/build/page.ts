import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';
import { buildBundle } from './build-bundle.ts';
import { noticesName, noticesOf } from './notices.ts';
import { projectFolder } from './project.ts';
import { shippedPackages } from './shipped-packages.ts';

const source = join(projectFolder, 'functions/admin');

/** Puts antd's styles into constructed style sheets; `functions/admin/shell/style-sheets.ts` says why. */
const constructedStyles: Plugin = {
  name: 'constructed-styles',
  setup: ({ onLoad }) => {
    const sheets = JSON.stringify(join(source, 'shell/style-sheets.ts'));
    onLoad({ filter: /@rc-component\/util\/(es|lib)\/Dom\/dynamicCSS\.js$/ }, () => ({
      contents: `export * from ${sheets};`,
    }));
    // The icons bring the same code along once more, beside two functions that only warn and look for shadow trees.
    onLoad({ filter: /@ant-design\/icons\/(es|lib)\/cssUtils\.js$/ }, () => ({
      contents: `export { updateCSS } from ${sheets}; export const getShadowRoot = () => null, warningOnce = () => {};`,
    }));
  },
};

/**
 * Has each file import the components that it names from where they are, and not from the library's index: whatever the first
 * file takes of an index, the bundler counts all that any page takes of it as needed at first.
 */
const directImports: Plugin = {
  name: 'direct-imports',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/functions\/admin\/.*\.tsx?$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        /^import \{([^}]*)\} from '(antd|@ant-design\/icons)';$/gm,
        (_, names: string, library: string) => importsOf(names, library),
      ),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
};

function importsOf(names: string, library: string): string {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((entry) => {
      const [name = '', alias = name] = entry.split(' as ');
      const place = name.replace(/\B[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).toLowerCase();
      return `import ${alias} from '${library}/es/${library === 'antd' ? place : `icons/${name}`}';`;
    })
    .join(' ');
}

/**
 * Builds the officials' page into a folder of static files and returns that folder: `index.html`, to be asked for anew each
 * time, `assets/`, whose names change with their content and which may be kept for ever, and the notices of others' code in them. `config.json` is not among
 * them: who hosts the page writes it (`shared/contracts/page-config.ts`).
 */
export async function buildPage(outputFolder: string): Promise<string> {
  await rm(outputFolder, { recursive: true, force: true });
  await mkdir(join(outputFolder, 'assets'), { recursive: true });
  const { metafile } = await buildBundle({
    absWorkingDir: projectFolder,
    entryPoints: [
      { in: join(source, 'main.tsx'), out: 'page' },
      { in: join(source, 'sheets/sheet-worker.ts'), out: 'sheet-worker' },
    ],
    outdir: join(outputFolder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome100', 'firefox110', 'safari16.4'],
    jsx: 'automatic',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [constructedStyles, directImports],
    metafile: true,
  });
  const icon = await addHashed(outputFolder, 'icon.svg');
  const index = await readFile(join(source, 'index.html'), 'utf8');
  await writeFile(join(outputFolder, 'index.html'), fillIn(index, metafile, icon));
  await writeFile(join(outputFolder, noticesName), noticesOf(shippedPackages([metafile])));
  await writeFile(`${outputFolder}.metafile.json`, JSON.stringify(metafile));
  return outputFolder;
}

/** Names the hashed files in `index.html`, and lets the browser fetch at once all that the first one imports. */
function fillIn(index: string, { outputs }: Metafile, icon: string): string {
  const named = (entry: string) =>
    Object.entries(outputs).find(([, output]) => output.entryPoint === `functions/admin/${entry}`);
  const [script, output] = named('main.tsx') ?? [];
  const [worker] = named('sheets/sheet-worker.ts') ?? [];
  if (script === undefined || output === undefined || worker === undefined) throw new Error('esbuild made no page');
  const parts = output.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path);
  const asset = (path: string): string => `assets/${basename(path)}`;
  return index
    .replace('%ICON%', icon)
    .replace('%STYLES%', asset(output.cssBundle ?? ''))
    .replace('%WORKER%', asset(worker))
    .replace('%PARTS%', parts.map((path) => `<link rel="modulepreload" href="${asset(path)}">`).join(''))
    .replace('%SCRIPT%', asset(script));
}

async function addHashed(outputFolder: string, name: string): Promise<string> {
  const content = await readFile(join(source, name));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const [stem, ending] = name.split('.');
  const path = `assets/${stem}-${hash}.${ending}`;
  await writeFile(join(outputFolder, path), content);
  return path;
}
