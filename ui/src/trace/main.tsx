import { render } from 'preact';
import { editorHost } from '../host.ts';
import { useLanguage } from '../language.ts';
import '../style/trace.css';
import { connect } from './connect.ts';
import { TraceApp } from './trace-app.tsx';
import { TraceModel } from './trace-model.ts';

const model = new TraceModel();
const host = editorHost();
await useLanguage(document.documentElement.lang);
const root = document.getElementById('root');
if (root) render(<TraceApp model={model} host={host} />, root);
connect(model, host);
