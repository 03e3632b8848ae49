// What no first screen needs: one piece, loaded as soon as the session is on the screen.
export { keep_focus } from './keep_focus';
export { default as All } from './All.svelte';
export { default as ForgetfulNote } from './ForgetfulNote.svelte';
export { default as LateDraft } from './LateDraft.svelte';
export { default as Mine } from './Mine.svelte';
export { default as More } from './More.svelte';
export { default as NewAddress } from './NewAddress.svelte';
export { default as PassOn } from './PassOn.svelte';
export { default as PersonalWarning } from './PersonalWarning.svelte';
export { default as Recover } from './Recover.svelte';
export { default as Recovery } from './Recovery.svelte';
export { default as Results } from './Results.svelte';
export { default as Rules } from './Rules.svelte';
export { default as SetAside } from './SetAside.svelte';
export { default as SimilarIdeas } from './SimilarIdeas.svelte';
export { default as Vote } from './Vote.svelte';
