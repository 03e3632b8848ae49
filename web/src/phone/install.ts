// Where the page came over HTTPS: keeps itself on the phone, once nothing else is loading. Plain
// HTTP has no workers and is not touched.
export function keep_on_phone(): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!isSecureContext || workers === undefined || !import.meta.env.PROD) return;
  const register = (): void => {
    workers.register('/sw.js').catch(() => undefined); // forbidden, or no room: as without it
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
