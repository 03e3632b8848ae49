// Words of the fields for partners and logo, in English.
import type { branding_uk } from './branding.uk';
import type { Translation } from './catalogue.svelte';

export const branding_en: Translation<typeof branding_uk> = {
  partners: 'Partners, in one line',
  partners_what: 'Shown on the board and in the report. For example: “Supported by the Fund”.',
  logo: 'Logo of the community or the partners',
  logo_choose: 'Choose a file…',
  logo_other: 'Choose another…',
  logo_what: 'PNG, JPEG, SVG or WebP. The page makes it small by itself.',
  logo_preview: 'The logo as the hall will see it',
  logo_taken: 'The logo was added.',
  logo_remove: 'Remove the logo',
  logo_removed: 'The logo was removed.',
  logo_kind: 'This is no picture that can be shown. Choose a PNG, JPEG, SVG or WebP file.',
  logo_heavy: 'The file is too large: over 20 MB. Save the picture smaller and choose it again.',
  logo_broken: 'The picture could not be read. Save it as PNG and choose it again.',
  branding_title: 'Partners and logo',
  branding_save: 'Save',
  branding_saved: 'Partners and logo were saved',
  branding_empty: 'Nothing is given now.',
  branding_shown: 'Shown on the board and in the report.',
  branding_unsaved: 'The changes are not saved yet.',
};
