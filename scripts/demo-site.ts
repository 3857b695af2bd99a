import { parseArgs } from 'node:util';
import { startDemoSite } from '../agents-sample/demo-site/demo-site.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4310' }, seed: { type: 'string', default: '1' } } });

const site = await startDemoSite({ port: Number(values.port), seed: Number(values.seed) });
console.log(`demo data on ${site.origin} (seed ${values.seed}). Stop: Ctrl+C`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void site.close().then(() => process.exit(0)));
