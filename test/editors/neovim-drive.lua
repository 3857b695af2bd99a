-- Does in Neovim what a person does with a broken agent, and writes down what the server said.
local said = {}

local function wait(what, ready)
  if not vim.wait(60000, ready, 10) then
    error('nothing came of: ' .. what)
  end
end

local function problems()
  return vim.tbl_map(function(found)
    return { code = found.code or found.user_data.lsp.code, line = found.lnum + 1, severity = found.severity, message = found.message }
  end, vim.diagnostic.get(0))
end

local function ask(method, line, character)
  local params = { textDocument = vim.lsp.util.make_text_document_params(0), position = { line = line, character = character } }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 60000)) do
    return answer.result
  end
end

local ok, failure = pcall(function()
  wait('a problem', function() return #vim.diagnostic.get(0) > 0 end)
  said.problems = problems()
  said.hover = ask('textDocument/hover', 14, 4).contents.value
  local last = vim.api.nvim_buf_line_count(0) - 1
  local text = vim.api.nvim_buf_get_lines(0, last, last + 1, true)[1]
  vim.api.nvim_buf_set_lines(0, last, last + 1, true, { (text:gsub('#.*', '# hermes-ignore unknown-key: the test asks for it')), '' })
  wait('no problem', function() return #vim.diagnostic.get(0) == 0 end)
  local items = ask('textDocument/completion', last + 1, 0)
  said.completions = vim.tbl_map(function(item) return item.label end, items.items or items)
end)
if not ok then
  said.failure = failure
end
vim.lsp.stop_client(vim.lsp.get_active_clients())
local file = io.open(vim.env.HERMES_SAID, 'w')
file:write(vim.json.encode(said))
file:close()
vim.cmd('qall!')
