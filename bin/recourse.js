#!/usr/bin/env node
import { continueOnPinnedNode, isRecentNode } from './node-version.js';

if (isRecentNode()) {
  import('./run-cli.js').then(({ run }) => run(process.argv.slice(2)));
} else {
  continueOnPinnedNode();
}
