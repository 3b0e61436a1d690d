import { synthesiseOnce } from './synthesise-once.ts';

// npm run synth: writes the templates to cdk.out, if they are not those of the present sources.
const folder = await synthesiseOnce();
console.log(`The templates are in ${folder}`);
