/** The one file of the library we load; it brings no types. */
declare module 'africastalking/lib/ussd.js' {
  type Answer = { response: string; endSession: boolean };
  const middleware: (handler: (form: unknown, answer: (screen: Answer) => void) => void) => import('express').RequestHandler[];
  export default middleware;
}
