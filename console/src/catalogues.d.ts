declare module "*.ftl" {
  const section: string;
  export default section;
}
