#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { ROOT, refuseOldNode } from './node-version.js';

refuseOldNode('npm start');

/** A second signal within this time is the same one again: npm passes on what the terminal has already sent. */
const ECHO_MS = 1000;
const PARENT_CHECK_MS = 250;

/** Keeps an echo from cutting the clean stop short; somebody who asks again later is not made to wait. */
function outliveEchoes(signal) {
  let first = 0;
  process.on(signal, () => {
    const now = performance.now();
    if (first === 0) first = now;
    else if (now - first > ECHO_MS) process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

/** npm runs this below a shell, and a signal to npm ends the shell only: when it is gone, the stop was meant for us. */
function followParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS);
  watch.unref();
}

async function start() {
  process.chdir(ROOT);
  process.setSourceMapsEnabled(true);
  const { buildAll } = await import('./build-all.js');
  const server = await buildAll();
  outliveEchoes('SIGINT');
  outliveEchoes('SIGTERM');
  followParent();
  process.env.RECOURSE_BUILT = 'yes';
  // In this same process: signals and exit codes are the server's own, and nothing is left over if one of two is killed.
  await import(pathToFileURL(server).href);
}

start().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
