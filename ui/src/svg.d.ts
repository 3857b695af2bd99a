/** esbuild inlines icons as their own text, so a page needs neither a font nor a request for them. */
declare module '*.svg' {
  const text: string;
  export default text;
}

declare module '*.css';
