// The phone's page begins: asks the way into the session of the address while the page itself is
// still loading. Nothing here may need much; phone.html names what ./page needs, so that all of it
// loads at once.
import { keep_card_of_address } from '../session/card_address';
import { code_in_path } from '../session/enter';
import { knock } from '../session/knock';

const code = code_in_path(location.pathname);
if (code !== null) keep_card_of_address(code);
// Whoever comes with luggage in the fragment enters by it.
const knocked = code === null || location.hash !== '' ? null : knock(code);
void import('./page').then(({ show }) => show(knocked));
