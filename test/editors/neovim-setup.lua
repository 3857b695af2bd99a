-- init.lua
local hermes
vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile' }, {
  pattern = { 'agent.yaml', 'agent.yml', '{runtime,orchestrator}-config.yaml', '*.py', '*.js', '*.mjs', '*.ts', '*.sh' },
  callback = function(event)
    hermes = hermes
      or vim.lsp.start_client({
        name = 'hermes',
        cmd = { 'hermes-language-server', '--stdio' },
        root_dir = vim.fn.getcwd(),
        init_options = { rules = { ['unknown-key'] = 'error' } },
      })
    vim.lsp.buf_attach_client(event.buf, hermes)
  end,
})
