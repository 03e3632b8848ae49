// Style sheets of parts that load later. What loads such a part asks for its style sheet once: when
// that could not be had, a second try would bring the part without it. So before each further try
// what is missing is asked for again here.

/** Rejects when one of them cannot be had now either. */
export async function styles_again(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const there = new Set(links.filter(is_there).map(({ href }) => href));
  const missing = new Set(links.map(({ href }) => href).filter((href) => !there.has(href)));
  await Promise.all([...missing].map(load_style));
}

// Of one that failed there is no sheet, or one that keeps its rules to itself.
function is_there({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length >= 0;
  } catch {
    return false;
  }
}

function load_style(href: string): Promise<void> {
  return new Promise((done, failed) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => done();
    link.onerror = () => {
      link.remove();
      failed(new Error(`no style sheet at ${href}`));
    };
    document.head.append(link);
  });
}
