export { serve } from './connection.ts';
