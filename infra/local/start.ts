import { readOptions, usage } from './options.ts';
import { StartError } from './start-error.ts';

// npm start: runs the system until it is told to stop (SIGTERM, or Ctrl-C), then finishes what runs and exits with 0.
const fail = (error: unknown): never => {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
};

const stopAsked = new Promise<void>((resolve) => {
  // From the beginning on, so that a stop during the start leaves no emulator behind either.
  // A second signal changes nothing: npm hands on the Ctrl-C that the terminal has already sent to the whole group.
  process.on('SIGTERM', () => resolve()).on('SIGINT', () => resolve());
});

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === null) {
    console.log(usage);
  } else {
    // Only now, so that who asked for help, or mistyped, need not wait for what loading the system takes.
    const { startSystem } = await import('./system.ts');
    const onBroken = (reason: string): never => fail(new StartError(reason));
    const system = await startSystem(options, { say: console.log, onBroken });
    console.log(`ready ${system.url}`);
    await stopAsked;
    await system.stop();
  }
  process.exit(0);
} catch (error) {
  fail(error);
}
