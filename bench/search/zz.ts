import { measureWaiting } from './waiting.ts';
await measureWaiting(Number(process.argv[2]), (w) => console.log(JSON.stringify(w)));
