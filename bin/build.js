#!/usr/bin/env node
import { refuseOldNode } from './node-version.js';

refuseOldNode('npm run build');

import('./build-all.js')
  .then(({ buildAll }) => buildAll())
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
