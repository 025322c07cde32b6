declare module "*.ftl" {
  const section: string;
  export default section;
}
declare module "*.ftl?cooperation" {
  const section: string;
  export default section;
}
declare module "*.ftl?rescue" {
  const section: string;
  export default section;
}
