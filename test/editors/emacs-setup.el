;; init.el
(require 'eglot)
(define-derived-mode agent-yaml-mode text-mode "Agent")
(add-to-list 'auto-mode-alist '("/agent\\.ya?ml\\'" . agent-yaml-mode))
(add-to-list 'auto-mode-alist '("-config\\.ya?ml\\'" . agent-yaml-mode))
(add-to-list 'eglot-server-programs '((agent-yaml-mode python-mode) . ("hermes-language-server" "--stdio")))
(add-hook 'agent-yaml-mode-hook #'eglot-ensure)
(setq-default eglot-workspace-configuration '((:hermesRuntime . (:rules (:unknown-key "error")))))
