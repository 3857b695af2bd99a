/** What the trace keeps of a response's headers. */
export type ResponseHead = {
  readonly content_type?: string;
  readonly charset?: string;
  readonly retry_after_seconds?: number;
  readonly location?: string;
};

export function responseHead(headerOf: (name: string) => string | undefined): ResponseHead {
  const contentType = headerOf('content-type');
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  const retryAfter = retryAfterSeconds(headerOf('retry-after'));
  const location = headerOf('location');
  return {
    ...(contentType !== undefined && { content_type: contentType }),
    ...(charset !== undefined && { charset }),
    ...(retryAfter !== undefined && { retry_after_seconds: retryAfter }),
    ...(location !== undefined && { location }),
  };
}

/** A number of seconds, or a date. */
function retryAfterSeconds(value: string | undefined): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (/^\s*\d+\s*$/.test(value)) {
    return Number(value);
  }
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}
