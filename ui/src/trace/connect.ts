import type { Host } from '../host.ts';
import type { TraceModel } from './trace-model.ts';

/** Joins a trace screen to its host: what comes in goes to the model, and is drawn at most once a frame. */
export function connect(model: TraceModel, host: Host): void {
  let isFrameAsked = false;
  const flush = (): void => {
    isFrameAsked = false;
    model.flush();
  };
  host.onMessage((message) => {
    switch (message.type) {
      case 'task':
        model.show(message.task_id, message.events);
        break;
      case 'event':
        model.push(message.event);
        if (isFrameAsked) break;
        isFrameAsked = true;
        // A hidden page gets no frames; its state must be right all the same when it is shown.
        if (document.hidden) flush();
        else requestAnimationFrame(flush);
        break;
      case 'empty':
        model.clear();
        break;
      case 'reveal':
        model.reveal(message.place);
        break;
    }
  });
  host.send({ type: 'ready' });
}
