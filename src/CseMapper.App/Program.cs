using CseMapper.App;
using CseMapper.App.Commands;

if (ReaderCommand.IsMeant(args))
    return ReaderCommand.Run(Composition.ReadHere);
Terminal terminal = Terminal.OfThisProcess();
return await Runner.Run(Composition.Root(terminal), args, terminal, CancellationToken.None).ConfigureAwait(false);
