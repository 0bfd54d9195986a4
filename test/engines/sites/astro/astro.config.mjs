export default { site: process.env.SITE, trailingSlash: 'always' };
