import * as vscode from 'vscode';
import { debugType } from './debug-type.ts';

/** F5: `launch` becomes a task of ours, which then starts the session that attaches; `attach` goes to the debuggee's own adapter. */
export function registerDebugging(launch: (configuration: vscode.DebugConfiguration) => Promise<void>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.debug.registerDebugAdapterDescriptorFactory(debugType, {
      createDebugAdapterDescriptor: ({ configuration }) => new vscode.DebugAdapterNamedPipeServer(String(configuration['socket'])),
    }),
    vscode.debug.registerDebugConfigurationProvider(debugType, {
      provideDebugConfigurations: () => [launchConfiguration()],
      resolveDebugConfiguration: async (_folder, configuration) => {
        if (configuration.request === 'attach' && typeof configuration['socket'] === 'string') return configuration;
        await launch(configuration);
        // The task starts its own session once it waits; there is nothing more to do for this one.
        return undefined;
      },
    }),
    vscode.debug.registerDebugConfigurationProvider(
      debugType,
      { provideDebugConfigurations: () => [launchConfiguration()] },
      vscode.DebugConfigurationProviderTriggerKind.Dynamic,
    ),
  );
}

function launchConfiguration(): vscode.DebugConfiguration {
  return { type: debugType, request: 'launch', name: 'Debug this agent', agent: '${fileDirname}' };
}
