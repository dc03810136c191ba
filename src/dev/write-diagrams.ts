import { writeFileSync } from 'node:fs';
import { flows } from '../../flows/index.ts';
import { flowsReadme } from './diagram.ts';

writeFileSync(new URL('../../flows/README.md', import.meta.url), flowsReadme(flows));
