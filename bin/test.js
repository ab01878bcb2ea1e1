#!/usr/bin/env node
import { continueOnPinnedNode, isRecentNode } from './node-version.js';

if (isRecentNode()) {
  import('./run-tests.js').then(({ runTests }) => runTests());
} else {
  continueOnPinnedNode();
}
