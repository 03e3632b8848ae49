// What the desk loads when somebody sets up the hall or the session anew. It shares its fields and
// their words with the page where sessions are made.
export { default as HallDialog } from './HallDialog.svelte';
export { default as SessionDialog } from './about/SessionDialog.svelte';
