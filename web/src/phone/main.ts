// The phone's page begins: asks the way into the session of the address while the page itself is
// still loading. Nothing here may need much; phone.html names what ./page needs, so that all of it
// loads at once.
import { code_in_path } from '../session/enter';
import { knock } from '../session/knock';

// Whoever comes with luggage in the fragment enters by it.
const code = location.hash === '' ? code_in_path(location.pathname) : null;
const knocked = code === null ? null : knock(code);
void import('./page').then(({ show }) => show(knocked));
