// The entry of `npm start`, in plain JavaScript, because it must be able to say so on a Node that is too old for the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old to run the system: run \`npm ci\` on linux-x64, which brings Node 24 along, or install Node 22.18 or newer.`,
  );
  process.exit(1);
}

// SQLite's lock is all that we use of a module that Node still calls experimental; other warnings are shown.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') console.error(warning.stack ?? warning.message);
});

// The sources are stripped and compiled once, not at every start: half of what a start costs.
const { enableCompileCache } = await import('node:module');
enableCompileCache?.();

await import('./start.ts');
