/** Style sheets that pages import; the bundler writes them beside the scripts. */
declare module "*.css";
