// The harness as it runs from sources; the bundle of `main.ts` takes this file's place in a build.
import './main.ts';
