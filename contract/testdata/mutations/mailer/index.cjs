const { randomUUID } = require('node:crypto');

module.exports.execute = function execute(input) {
  const { to, body, token } = input;
  console.log(`${to}: ${body.length} ${token === undefined}`);
  return { message_id: randomUUID() };
};
