// Before everything else: what the browser reports, and what is said in the console.
window.violations = [];
window.said = [];
const report = ({ effectiveDirective, blockedURI, blockedURL, sample, sourceFile }) =>
  window.violations.push(
    [effectiveDirective, blockedURI ?? blockedURL ?? '', sample ?? '', sourceFile ?? ''].join(' ').trim(),
  );
addEventListener('securitypolicyviolation', report, true);
if (window.ReportingObserver)
  new ReportingObserver((reports) => reports.forEach(({ type, body }) => type === 'csp-violation' && report(body)), {
    buffered: true,
  }).observe();
addEventListener('error', ({ message }) => window.said.push(message));
addEventListener('unhandledrejection', ({ reason }) => window.said.push(String(reason)));
for (const name of ['error', 'info', 'warn'])
  console[name] = (...words) => window.said.push(words.map(String).join(' '));
